import { loadSettings } from '@thidua/config';
import { armFault, countFaultPoints } from '@thidua/runtime';

/**
 * Loaded into api and worker before their own code: tells the harness of every fault point that is passed, and arms one when asked, so that
 * "the first hit" is the first within the step under test and no restart is needed to arm it.
 */
export interface ArmFault {
  readonly type: 'arm-fault';
  readonly point: string;
}

export type FaultNews = { readonly type: 'fault-point'; readonly point: string } | { readonly type: 'fault-armed' };

const tell = (news: FaultNews): void => {
  process.send?.(news);
};

// FAULT arms before the first line of the process runs: for faults while it starts.
armFault(loadSettings().fault);

countFaultPoints((point) => {
  tell({ type: 'fault-point', point });
});

process.on('message', (message: ArmFault | undefined) => {
  if (message?.type === 'arm-fault') {
    armFault({ name: message.point, hit: 1 });
    tell({ type: 'fault-armed' });
  }
});
