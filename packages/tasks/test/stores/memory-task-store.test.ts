import { createMemoryTaskStore } from '../../src/index.ts';
import { taskStoreContract } from '../../src/testing/index.ts';

taskStoreContract(createMemoryTaskStore);
