import { instantOf, type JsonObject, type JsonValue, type LocalDate } from '@thidua/kernel';
import type { CriterionRow, Pack } from '../pack/pack';
import { rowsOn } from '../pack/rows';
import { decisionsOf } from './decisions-of';
import { eligibilityContext } from './eligibility-context';
import type { EligibilityFacts, Proof, ProofKind } from './facts';
import { isJsonObject, isList } from './json-object';
import { planRuleVerdicts } from './plan-rule-verdicts';
import { ruleVerdicts } from './rule-verdicts';
import type { CriterionVerdict, Verdict } from './verdict';

/**
 * Every criterion of the award (E-*), every rule of the movement's plan (KH-*) and every cross-cutting rule (R-*) that applies to a
 * proposal, as the pack's rows stand on `date`.
 * A criterion is a DMN decision of the pack: true = met, false = not met, null = data missing.
 */
export function verdictsFor(pack: Pack, facts: EligibilityFacts, date: LocalDate): readonly CriterionVerdict[] {
  return [...criterionVerdicts(pack, facts, date), ...planRuleVerdicts(facts), ...ruleVerdicts(pack, facts, date)];
}

/** The award's own criteria alone, as the rows of `lawDay` put them. */
export function criterionVerdicts(
  pack: Pack,
  facts: EligibilityFacts,
  date: LocalDate,
  lawDay: LocalDate = date,
): readonly CriterionVerdict[] {
  const rows = criteriaFor(pack, facts, lawDay);
  if (rows.length === 0) {
    return [];
  }
  const context = eligibilityContext(pack, facts, date);
  return rows.map((row) => ({ ...shown(row), ...answerOf(pack, row.decision, context, date) }));
}

function criteriaFor(pack: Pack, facts: EligibilityFacts, date: LocalDate): readonly CriterionRow[] {
  return rowsOn(pack.criteria, date).filter(
    (row) =>
      row.award === facts.award &&
      row.kinds.some((kind) => kind === facts.kind) &&
      (row.types.length === 0 || row.types.includes(facts.awardType)),
  );
}

function shown(row: CriterionRow): Pick<CriterionVerdict, 'criterionId' | 'ruleId' | 'text' | 'citation' | 'confirmed' | 'hard' | 'group'> {
  const { id, text, citation, confirmed, hard, group } = row;
  return { criterionId: id, ruleId: /^[A-Z]+-\d+/.exec(id)?.[0] ?? id, text, citation, confirmed, hard, group };
}

type Answer = Pick<CriterionVerdict, 'verdict' | 'because' | 'missing'>;

function answerOf(pack: Pack, decisionId: string, context: JsonObject, date: LocalDate): Answer {
  const decision = decisionsOf(pack)?.decision(decisionId);
  if (decision === undefined) {
    return { verdict: 'missing-data', because: [], missing: [] };
  }
  const { value } = decision.evaluate(context, { nowMs: instantOf(date) });
  const entries = isJsonObject(value) ? value : { met: value };
  const verdict = verdictOf(entries['met']);
  return { verdict, because: proofsOf(entries['because']), missing: verdict === 'missing-data' ? textsOf(entries['missing']) : [] };
}

/** What is neither true nor false is not known: an expression that finds nothing never fails anybody. */
function verdictOf(met: JsonValue | undefined): Verdict {
  return met === true ? 'met' : met === false ? 'not-met' : 'missing-data';
}

function proofsOf(value: JsonValue | undefined): readonly Proof[] {
  const list = isList(value) ? value : isJsonObject(value) ? [value] : [];
  const proofs = list.flatMap((one): readonly Proof[] => {
    const { kind, id, text } = isJsonObject(one) ? one : {};
    // The kinds are those the context gave.
    return typeof kind === 'string' && typeof id === 'string' && typeof text === 'string' ? [{ kind: kind as ProofKind, id, text }] : [];
  });
  return proofs.filter((one, index) => proofs.findIndex((other) => other.kind === one.kind && other.id === one.id) === index);
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  const list = isList(value) ? value : [value];
  return [...new Set(list.filter((one): one is string => typeof one === 'string'))];
}
