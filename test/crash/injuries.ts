const DECIDED_TWICE = `insert into decision
  select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid()))).* from decision d limit 1`;

/** One wound per promise, and a word of the violation that has to be reported for it: a check that cannot fail proves nothing. */
export const INJURIES: readonly (readonly [wound: string, sql: string, word: RegExp])[] = [
  ['a second decision', DECIDED_TWICE, /one decision per round/],
  ['a gap in the numbers', 'update series set n = n + 1', /numbers of a series/],
  ['a number taken by nobody', 'update number_register set paper_id = null', /one number per paper/],
  ['a damaged file', "update file set bytes = bytes || '\\x00'", /what its hash says/],
  ['a lost file', 'delete from file where mime = $$application/pdf$$', /every named file/],
  ['a page that is not there', 'update paper set pages = pages + 1', /pages, the row says/],
  ['a lost ballot', 'update ballot_count set n = n - 1 where n > 0', /every ballot is counted once/],
  ['a lost task', "update task set status = 'canceled' where status = 'open'", /token without its row/],
  ['a lost subscription', 'delete from subscription', /token without its row/],
  ['a step that left no history', 'delete from history where version = 2', /not the fold of its events/],
  ['a changed audit line', "update audit set action = 'nothing' where subject_type = 'instance'", /audit chain/],
];
