import type { PayLine } from '@thidua/casework';
import type { Movement, Pack } from '@thidua/awards';
import type { LocalDate } from '@thidua/kernel';
import type {
  ClusterMeetingRecord,
  ClusterMember,
  ClusterRecord,
  ClusterVoter,
  CommentRecord,
  CouncilRecord,
  DossierFacts,
  EvidenceBook,
  HolderFacts,
  NoticeRecord,
  OpinionRecord,
  OrgFacts,
  PaperFacts,
  PersonRecord,
  RoundFacts,
  RowFacts,
  SessionFacts,
} from '@thidua/store';
import type { JsonObject } from '@thidua/kernel';

/** What every scene has: the law it stands on, the day, and the people who hold posts. */
interface SceneBase {
  readonly pack: Pack;
  readonly movement: Movement | undefined;
  readonly today: LocalDate;
  readonly nowMs: number;
  /** The movable clock runs: papers say they are a simulation. */
  readonly simulated: boolean;
  readonly rows: readonly RowFacts[];
  readonly papers: readonly PaperFacts[];
  holder(orgId: string, role: string): HolderFacts;
}

export interface DossierScene extends SceneBase {
  readonly dossier: DossierFacts;
  readonly unit: OrgFacts;
  readonly commune: OrgFacts;
  /** The body that receives and answers: commune, district or province; the unit itself where its head decides. */
  readonly receiver: OrgFacts;
  /** The office that takes it in. */
  readonly desk: OrgFacts;
  readonly province: OrgFacts;
  /** What the register holds of the nominees, and who they are. */
  readonly evidence: EvidenceBook;
  readonly people: readonly PersonRecord[];
  /** Last bodies of the forms, {} when not filled. */
  readonly meeting: JsonObject;
  readonly report: JsonObject;
  readonly intake: JsonObject;
  /** Working days the commune has, and the day they end, for the receipt. */
  readonly limitDays: number;
  readonly dueDay: string;
  /** Decisions of the rows, by id. */
  readonly decisions: ReadonlyMap<string, DecisionFacts>;
}

export interface DecisionFacts {
  readonly award: string;
  readonly numberText: string | null;
  readonly date: string;
  readonly orgId: string;
  readonly orgName: string;
}

export interface NoticeFacts extends NoticeRecord {
  readonly rowIds: readonly string[];
  readonly comments: readonly CommentRecord[];
}

/** What the minutes of a cluster's meeting are written from. */
export interface ClusterFacts {
  readonly cluster: ClusterRecord;
  readonly members: readonly ClusterMember[];
  readonly roll: readonly ClusterVoter[];
  readonly turns: readonly ClusterMeetingRecord[];
}

export interface RoundScene extends SceneBase {
  readonly round: RoundFacts;
  /** The body that receives and decides: UBND xã, UBND tỉnh. */
  readonly org: OrgFacts;
  /** The office that prepares: the commune itself, or Sở Nội vụ. */
  readonly standing: OrgFacts;
  readonly province: OrgFacts;
  /** The district above a commune, in the three-tier chain. */
  readonly district: OrgFacts | undefined;
  /** Present when the round is a cluster's meeting. */
  readonly cluster: ClusterFacts | undefined;
  readonly session: SessionFacts | undefined;
  /** The council of the round's own body in force today. */
  readonly council: CouncilRecord | undefined;
  readonly appraisal: JsonObject;
  /** Decisions to be drafted: one per award, the chair's own row apart where no deputy may sign the list (decision 27). */
  readonly decisionPlans: readonly { readonly award: string; readonly rowIds: readonly string[]; readonly split: string | null }[];
  /** The post that decides here: a committee's chair; of a unit its head or the chair of its board (AU-03). */
  readonly deciderRole: 'chair' | 'head' | 'board-chair';
  /** The latest public notice with its rows and what was said of it (T-01). */
  readonly notice: NoticeFacts | undefined;
  readonly opinions: readonly OpinionRecord[];
  /** The units' own submissions behind rows that were refused, by dossier. */
  readonly submissions: ReadonlyMap<string, PaperFacts>;
  /** Decision rows of this round by award. */
  readonly decisionIds: ReadonlyMap<string, string>;
  /** What those decided are paid, once they are decided (M-01 to M-06). */
  readonly payLines: readonly PayLine[];
}
