import {
  contextName,
  parseQualifiedName,
  qualifiedName,
  schemaGuid,
} from '@srkit/registry-protocol';

const context = contextName('staging'); // '.staging'
const name = qualifiedName(context, 'orders-value'); // ':.staging:orders-value'
console.log(parseQualifiedName(name)); // { context: '.staging', subject: 'orders-value' }
console.log(schemaGuid({ schema: '"string"' })); // 095d71cf-1255-6b9d-5e33-0ad575b3df5d
