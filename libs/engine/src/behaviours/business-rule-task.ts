import type { Behaviour, ElementOf } from '../behaviour';
import { completeElement } from '../complete';
import { raiseIncident } from '../incidents';
import { emit } from '../run';
import { visible } from '../variables';

/** A DMN decision; which rules matched is kept in history as the reason why. */
export const businessRuleTask = {
  enter(run, node, element) {
    const { decision, resultVariable } = element;
    const { value, warnings, trace } = decision.evaluate(visible(run, node.key), run.feel);
    if (value === null && warnings.length > 0) {
      raiseIncident(run, node, element, { cause: 'decision-failed', detail: `decision '${decision.id}': ${warnings.join('; ')}` });
      return;
    }
    const matched = trace.map(({ decisionId, ruleIds }) => ({ decisionId, ruleIds: [...ruleIds] }));
    emit(run, { v: 1, type: 'decision-evaluated', key: node.key, decisionId: decision.id, output: value, trace: matched });
    completeElement(run, node, element, { [resultVariable]: value });
  },
} satisfies Behaviour<ElementOf<'businessRuleTask'>>;
