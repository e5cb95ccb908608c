export { applyClear } from './clear/apply-clear.ts';
export type { ApplyClearOptions } from './clear/carry-out.ts';
export type { ClearContextsOptions } from './clear/clear-contexts.ts';
export { clearContexts } from './clear/clear-contexts.ts';
export type {
  BlockedSubject,
  ClearPlan,
  ClearStep,
  PlannedContext,
  PlannedSubject,
  Referrer,
} from './clear/clear-plan.ts';
export type {
  ClearedContext,
  ClearOutcome,
  ClearResult,
  SubjectOutcome,
} from './clear/clear-result.ts';
export type { PlanClearOptions } from './clear/plan-clear.ts';
export { planClear } from './clear/plan-clear.ts';
export type { PrepareClearOptions } from './clear/prepare-clear.ts';
export { prepareClear } from './clear/prepare-clear.ts';
export type { ClearProgress } from './clear/progress.ts';
export type { ContextsErrorCode } from './contexts-error.ts';
export { ContextsError, isContextsError } from './contexts-error.ts';
export type { ContextSummary } from './count-contexts.ts';
export { countContexts } from './count-contexts.ts';
export type { CreateContextOptions, CreatedContext } from './create-context.ts';
export { createContext } from './create-context.ts';
export type { DeleteContextOptions, DeletedContext } from './delete-context.ts';
export { deleteContext } from './delete-context.ts';
export type { EmptiedContext } from './delete-emptied.ts';
export { deleteEmptied } from './delete-emptied.ts';
export type { ContextList, ListContextsOptions } from './list-contexts.ts';
export { listContexts } from './list-contexts.ts';
