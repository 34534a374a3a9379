import type { JsonObject } from '@thidua/kernel';

/** One case of the neutral format, as it stands in `cases.json` (FORMAT.md of the suites). */
export interface ConformanceCase {
  readonly id: string;
  /** Files relative to the suite folder. */
  readonly deploy: readonly string[];
  readonly expectDeploy?: 'accept' | 'reject';
  /** The broken rule, for `reject`. */
  readonly rule?: string;
  readonly category?: string;
  readonly steps?: readonly Step[];
  readonly expect: Expectation;
  readonly alternatives?: readonly Expectation[];
  readonly disputed?: string;
  /** Rules a refusal may rest on although the model is to be executed. */
  readonly violates?: readonly string[];
  /** Elements left out when events are compared. */
  readonly racy?: readonly string[];
  readonly tags?: readonly string[];
}

/** An object with exactly one of these keys. */
export interface Step {
  readonly start?: { readonly process: string; readonly element?: string; readonly variables?: JsonObject };
  readonly complete?: { readonly element: string; readonly variables?: JsonObject; readonly nth?: number };
  readonly message?: { readonly name: string; readonly key?: string; readonly variables?: JsonObject };
  readonly signal?: { readonly name: string };
  readonly set?: JsonObject;
  readonly trigger?: { readonly element: string; readonly nth?: number };
  /** ISO 8601 duration. */
  readonly advance?: string;
  readonly check?: Expectation;
}

/** What must hold; absent fields are not checked, except `failed`. */
export interface Expectation {
  readonly ended?: boolean;
  readonly trace?: readonly string[];
  readonly events?: readonly FlowNodeEvent[];
  readonly order?: readonly string[];
  readonly waitingAt?: readonly string[];
  readonly failed?: boolean;
  readonly rejected?: boolean;
  readonly variables?: JsonObject;
  readonly localVariables?: Readonly<Record<string, JsonObject>>;
}

export type FlowNodeEvent = readonly [kind: 'enter' | 'exit', element: string];
