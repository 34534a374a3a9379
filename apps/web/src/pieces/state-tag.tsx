import type { ReactNode } from 'react';
import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  PauseCircleOutlined,
  RollbackOutlined,
  TrophyOutlined,
} from '@ant-design/icons';
import { useText } from '../i18n/use-text';

const LOOK: Readonly<Record<string, readonly [tone: string, icon: ReactNode]>> = {
  open: ['blue', <ClockCircleOutlined key="i" aria-hidden />],
  held: ['amber', <PauseCircleOutlined key="i" aria-hidden />],
  withdrawn: ['grey', <RollbackOutlined key="i" aria-hidden />],
  rejected: ['red', <CloseCircleOutlined key="i" aria-hidden />],
  'not-recommended': ['red', <CloseCircleOutlined key="i" aria-hidden />],
  refused: ['red', <CloseCircleOutlined key="i" aria-hidden />],
  revoked: ['red', <RollbackOutlined key="i" aria-hidden />],
  awarded: ['gold', <TrophyOutlined key="i" aria-hidden />],
  closed: ['grey', <CheckCircleOutlined key="i" aria-hidden />],
  completed: ['calm', <CheckCircleOutlined key="i" aria-hidden />],
  retired: ['grey', <CheckCircleOutlined key="i" aria-hidden />],
  canceled: ['grey', <CloseCircleOutlined key="i" aria-hidden />],
  published: ['calm', <CheckCircleOutlined key="i" aria-hidden />],
};

/** A state in a word with its icon. `group` is the texts' folder: row, dossier, round, definition, instance. */
export function StateTag({ group, state }: { readonly group: string; readonly state: string }): ReactNode {
  const t = useText();
  const [tone, icon] = LOOK[state] ?? ['blue', <ClockCircleOutlined key="i" aria-hidden />];
  return (
    <span className={`tag tag-${tone}`}>
      {icon}
      <span>{t.or(`${group}State.${state}`, state)}</span>
    </span>
  );
}
