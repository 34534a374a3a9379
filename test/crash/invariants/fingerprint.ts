import { withClient } from '../databases';

/** What a run leaves behind, without ids and times: two runs of the same step agree in every line, killed or not. */
const LINES = `
  select 'definition ' || key || ' v' || version || ' ' || status as line from process_definition
  union all select 'instance ' || key || ' ' || status from process_instance
  union all select 'event ' || p.key || ' ' || e.type from event e join process_instance p on p.province_id = e.province_id and p.id = e.instance_id
  union all select 'task ' || element_id || ' ' || status from task
  union all select 'job ' || element_id || ' ' || status from job
  union all select 'timer ' || element_id from timer
  union all select 'subscription ' || element_id || ' ' || message from subscription
  union all select 'message ' || name || ' ' || count(d.message_id) from message m left join message_delivery d on d.message_id = m.id group by m.id, name
  union all select 'incident ' || element_id || ' ' || cause from incident
  union all select 'audit ' || subject_type || ' ' || action from audit
  union all select 'dossier ' || code || ' ' || status from dossier
  union all select 'party ' || role from dossier_party
  union all select 'row ' || seq || ' ' || award || ' ' || stage || ' ' || state from nominee_row
  union all select 'round ' || code || ' ' || level || ' ' || status from review_round
  union all select 'round row ' || coalesce(appraisal, '-') || ' ' || coalesce(outcome, '-') from round_row
  union all select 'session ' || body || ' ' || status || ' of ' || total from council_session
  union all select 'roll ' || attendance || ' ' || voted from roll
  union all select 'ballots ' || option || ' ' || n from ballot_count
  union all select 'decision ' || award || ' ' || level || ' ' || role || ' ' || capacity from decision
  union all select 'paper ' || kind || ' ' || state || ' ' || coalesce(number_text, '-') || ' ' || coalesce(signature_mode, '-') || ' '
    || coalesce(pages, 0) || 'p' || case when docx_sha256 is null then '' else ' docx' end from paper
  union all select 'number ' || number_text from number_register
  union all select 'file ' || mime from file
  union all select 'answer ' || regexp_replace(route, '[0-9a-f-]{36}', '{id}', 'g') || ' ' || status from idempotency
  union all select 'person ' || province_id || ' ' || count(*) from person group by province_id
  union all select 'pack ' || id from pack`;

export type Fingerprint = ReadonlyMap<string, number>;

export function fingerprint(databaseUrl: string): Promise<Fingerprint> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ line: string; n: number }>(`select line, count(*)::int as n from (${LINES}) l group by line`);
    return new Map(rows.map(({ line, n }) => [line, n]));
  });
}

export function differences(wanted: Fingerprint, found: Fingerprint): readonly string[] {
  const lines = [...new Set([...wanted.keys(), ...found.keys()])].sort();
  return lines.flatMap((line) => {
    const [before, after] = [wanted.get(line) ?? 0, found.get(line) ?? 0];
    return before === after ? [] : [`${line}: ${after} instead of ${before}`];
  });
}
