import type { EvidenceKind, EvidenceRecords, Standing } from './evidence';

type Columns<T> = Readonly<Record<keyof T, string>>;
type OwnColumns<K extends EvidenceKind> = Columns<Omit<EvidenceRecords[K], keyof Standing>>;

export const STANDING_COLUMNS: Columns<Standing> = {
  id: 'id',
  personId: 'person_id',
  orgId: 'org_id',
  paperNumber: 'paper_number',
  paperDate: 'paper_date',
  paperBody: 'paper_body',
  fileSha256: 'file_sha256',
  note: 'note',
  source: 'source',
  batchId: 'batch_id',
  createdBy: 'created_by',
  createdAt: 'created_at',
  confirmedBy: 'confirmed_by',
  confirmedAt: 'confirmed_at',
};

/** Table, columns and order of reading of every kind of evidence. */
export const EVIDENCE_TABLES: {
  readonly [K in EvidenceKind]: { readonly table: string; readonly columns: OwnColumns<K>; readonly order: string };
} = {
  award: {
    table: 'award_history',
    order: 'decided_on, id',
    columns: {
      subjectName: 'subject_name',
      award: 'award',
      awardName: 'award_name',
      awardKind: 'award_kind',
      awardType: 'award_type',
      level: 'level',
      year: 'year',
      decidedOn: 'decided_on',
      achievementFrom: 'achievement_from',
      achievementTo: 'achievement_to',
      achievement: 'achievement',
      achievementHash: 'achievement_hash',
      movementId: 'movement_id',
      rowId: 'row_id',
      decisionId: 'decision_id',
    },
  },
  rating: {
    table: 'yearly_rating',
    order: 'year, id',
    columns: { year: 'year', rating: 'rating', maternity: 'maternity', labour: 'labour' },
  },
  initiative: {
    table: 'initiative',
    order: 'year, id',
    columns: {
      name: 'name',
      year: 'year',
      kind: 'kind',
      scope: 'scope',
      grade: 'grade',
      recognisedBy: 'recognised_by',
      usedAward: 'used_award',
    },
  },
  discipline: {
    table: 'discipline',
    order: 'starts_on, id',
    columns: { form: 'form', serious: 'serious', startsOn: 'starts_on', endsOn: 'ends_on' },
  },
  collective: {
    table: 'collective_year',
    order: 'year, id',
    columns: {
      year: 'year',
      members: 'members',
      women: 'women',
      completed: 'completed',
      ldtt: 'ldtt',
      cstdcs: 'cstdcs',
      disciplined: 'disciplined',
      directLabour: 'direct_labour',
      partyRating: 'party_rating',
      massRating: 'mass_rating',
    },
  },
  service: {
    table: 'service_term',
    order: 'from_date, id',
    columns: { post: 'post', fromDate: 'from_date', toDate: 'to_date' },
  },
  statement: {
    table: 'register_statement',
    order: 'from_year, id',
    columns: { covers: 'covers', fromYear: 'from_year', toYear: 'to_year' },
  },
  indicator: {
    table: 'indicator_result',
    order: 'year, code, id',
    columns: {
      setId: 'set_id',
      code: 'code',
      name: 'name',
      unit: 'unit',
      year: 'year',
      target: 'target',
      value: 'value',
      met: 'met',
    },
  },
};

/** `column as "field"` of a whole record. */
export function selection(kind: EvidenceKind): string {
  return Object.entries<string>({ ...STANDING_COLUMNS, ...EVIDENCE_TABLES[kind].columns })
    .map(([field, column]) => `e.${column} as "${field}"`)
    .join(', ');
}
