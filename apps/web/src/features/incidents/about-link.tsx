import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { AboutView } from '@thidua/contract';
import { useText } from '../../i18n/use-text';

/** How the pages of matters are addressed. */
export const MATTERS = { 'ho-so': 'dossier', 'dot-xet': 'round', viec: 'work' } as const;
const PATHS = { dossier: 'ho-so', round: 'dot-xet', work: 'viec' } as const;

/** The hồ sơ, đợt xét or piece of work, opened as administrators see it; a process about none of these is named. */
export function AboutLink({ about, processName }: { readonly about: AboutView | null; readonly processName: string }): ReactNode {
  const t = useText();
  return about === null ? (
    <span>{t('incidents.noAbout', { name: processName })}</span>
  ) : (
    <Link to="/su-co/$kind/$id" params={{ kind: PATHS[about.kind], id: about.id }}>
      {t(`matter.kind.${about.kind}`)} {about.code}
      {about.title === '' ? null : ` · ${about.title}`}
    </Link>
  );
}
