export { taskStoreContract } from './task-store-contract.ts';
