export type { Command, Rejection } from './command';
export { decide, type Decision } from './decide';
export type { Effect } from './effect';
export type { EngineEnv, InlineHandler } from './env';
export type { EngineEvent } from './event';
export { evolveAll } from './evolve';
export type { IncidentCause } from './incidents';
export type { ElementInstance, InstanceState, TimerCycle, Wait } from './state';
