import type { ReactNode } from 'react';
import type { ModelView } from '@thidua/contract';
import { useText } from '../../../i18n/use-text';

const COLOURS: Readonly<Record<ModelView['state'], string>> = {
  draft: 'tag-grey',
  introduced: 'tag-blue',
  selected: 'tag-calm',
  'not-selected': 'tag-grey',
  canceled: 'tag-grey',
};

/** How far a model has come. */
export function ModelTag({ state }: { readonly state: ModelView['state'] }): ReactNode {
  const t = useText();
  return <span className={`tag ${COLOURS[state]}`}>{t(`movements.people.state.${state}`)}</span>;
}
