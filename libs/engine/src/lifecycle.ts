/** Where an element instance can go; an absent instance is `none`, an ended one never moves again. */
export const ELEMENT_LIFECYCLE = {
  none: ['active'],
  active: ['completed', 'terminated'],
  completed: [],
  terminated: [],
} as const satisfies Record<string, readonly string[]>;

export type ElementStatus = keyof typeof ELEMENT_LIFECYCLE;

/** Where a process instance can go. */
export const INSTANCE_LIFECYCLE = {
  none: ['active'],
  active: ['completed', 'canceled'],
  completed: [],
  canceled: [],
} as const satisfies Record<string, readonly string[]>;

export type InstanceStatus = keyof typeof INSTANCE_LIFECYCLE;

export function canMove(from: ElementStatus, to: ElementStatus): boolean {
  return (ELEMENT_LIFECYCLE[from] as readonly ElementStatus[]).includes(to);
}

export function canMoveInstance(from: InstanceStatus, to: InstanceStatus): boolean {
  return (INSTANCE_LIFECYCLE[from] as readonly InstanceStatus[]).includes(to);
}
