import type { Frame, Meeting, Votes } from './common';

/** Minutes of a cluster's meeting that ranks its members and names its leader for a flag (COTINH, COCP; E-07, E-09, R-17). */
export interface ClusterMinutes {
  readonly frame: Frame;
  /** 'Cụm thi đua số 3 các xã, phường thành phố Hải Phòng'. */
  readonly cluster: string;
  readonly subject: string;
  readonly meeting: Meeting;
  readonly votingMethod: string;
  /** Members in the order of their ranks; each with the votes for it. */
  readonly rows: readonly {
    readonly index: number;
    readonly name: string;
    /** Flag the member is proposed for; '' for the others. */
    readonly award: string;
    readonly votes: Votes;
    readonly leader: boolean;
  }[];
  /** The quota in words with its figures, or '' when none applies: 'Cờ thi đua của Chính phủ: 01/05 tập thể dẫn đầu (20% ≤ 20%)'. */
  readonly quota: string;
  readonly opinions: readonly string[];
  readonly conclusions: readonly string[];
}
