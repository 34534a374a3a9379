import type { ReactNode } from 'react';
import { useQueries } from '@tanstack/react-query';
import type { PaperView, TaskView } from '@thidua/contract';
import { call } from '../../api/client';
import { useText } from '../../i18n/use-text';
import { PaperShelf } from '../../pieces/paper-shelf';

/** The papers this step reads or signs, beside the form. */
export function TaskPapers({ task }: { readonly task: TaskView }): ReactNode {
  const t = useText();
  const papers = useQueries({
    queries: task.paperIds.map((id) => ({
      queryKey: ['paper', { id }, {}],
      queryFn: () => call('paper', { params: { id } }),
      // A paper may still be being made; a signed one waits for its number.
      refetchInterval: ({ state }: { readonly state: { readonly data: PaperView | undefined } }) =>
        state.data?.ready === false ? 2000 : false,
    })),
  }).flatMap((query) => (query.data === undefined ? [] : [query.data]));
  return (
    <section aria-label={t('task.papers')}>
      <PaperShelf papers={papers} empty={t('task.noPapers')} />
    </section>
  );
}
