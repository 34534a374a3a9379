import type { ReactNode } from 'react';
import type { TaskView } from '@thidua/contract';
import { useText } from '../../i18n/use-text';
import { VerdictList } from '../../pieces/verdict';

/** Quotas of the list that is being appraised: they warn, who signs weighs them. */
export function QuotaNotes({ task }: { readonly task: TaskView }): ReactNode {
  const t = useText();
  const quotas = quotasOf(task.context['quotas']);
  return quotas.length === 0 ? null : (
    <section className="section" aria-label={t('evidence.quotas')}>
      <h2>{t('evidence.quotas')}</h2>
      <VerdictList verdicts={quotas} />
    </section>
  );
}

type Quota = Parameters<typeof VerdictList>[0]['verdicts'][number];

/** The context is JSON by form: what is not a quota is passed over. */
function quotasOf(value: unknown): readonly Quota[] {
  return Array.isArray(value) ? value.flatMap((one: unknown) => quotaOf(one) ?? []) : [];
}

function quotaOf(one: unknown): Quota | null {
  if (typeof one !== 'object' || one === null) {
    return null;
  }
  const read = (key: string): unknown => Reflect.get(one, key);
  const [ruleId, text, citation, verdict, missing] = ['ruleId', 'text', 'citation', 'verdict', 'missing'].map(read);
  if (typeof ruleId !== 'string' || typeof text !== 'string' || typeof citation !== 'string') {
    return null;
  }
  const state = verdict === 'not-met' ? 'warning' : verdict === 'met' ? 'met' : 'missing-data';
  const words = Array.isArray(missing) ? missing.filter((word): word is string => typeof word === 'string') : [];
  return { ruleId, text, citation, verdict: state, missing: words };
}
