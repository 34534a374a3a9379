import type { ModdleElement } from 'bpmn-moddle';
import type { ElementLegal } from '../graph';
import { extensionOf, textOf, written } from '../moddle/access';

/** The words the `thidua:` vocabulary allows. */
export const STEP_KINDS = [
  ...['launch', 'review-meeting', 'submission', 'intake', 'supplement', 'appraisal', 'council', 'ballot'],
  ...['decision', 'sign', 'numbering', 'issue', 'forward', 'external', 'notice'],
  ...['consultation', 'public-notice', 'party-opinion', 'cluster-vote', 'revocation', 'recovery', 'correction', 'payment'],
] as const;
export const AUTHORITY_LEVELS = ['UNIT', 'XA', 'HUYEN', 'TINH', 'TTG', 'CTN'] as const;
export const PROCESS_LEVELS = ['UNIT', 'XA', 'HUYEN', 'TINH', 'TW'] as const;
export const POWERS = ['decide', 'submit'] as const;
/**
 * Who decides at each level: chair of the People's Committee; of a unit its head or, in an enterprise, the chair of the board (AU-03: giấy
 * khen only, which the verb and the database check). The centre decides outside this system, so it has no row.
 */
export const DECIDING_ROLES: Readonly<Record<string, readonly string[]>> = {
  UNIT: ['head', 'board-chair'],
  XA: ['chair'],
  HUYEN: ['chair'],
  TINH: ['chair'],
};

/** Who puts their name under papers: heads and their deputies (NĐ 30/2020 Điều 13). */
export const SIGNING_ROLES: readonly string[] = [
  'chair',
  'deputy-chair',
  'head',
  'deputy-head',
  'director',
  'deputy-director',
  'board-chair',
];

/** The `thidua:` settings as written; their values are checked by the rule `legal-values`. */
export function legalOf(element: ModdleElement): ElementLegal {
  const step = textOf(extensionOf(element, 'thidua:Step'), 'kind');
  const authority = authorityOf(element);
  const deadline = deadlineOf(element);
  const fourEyes = wordsOf(extensionOf(element, 'thidua:FourEyes'), 'tasks');
  const documents = wordsOf(extensionOf(element, 'thidua:Document'), 'kinds');
  return {
    ...(step === undefined ? {} : { step }),
    ...(authority === undefined ? {} : { authority }),
    ...(deadline === undefined ? {} : { deadline }),
    ...(fourEyes === undefined ? {} : { fourEyes }),
    ...(documents === undefined ? {} : { documents }),
  };
}

function authorityOf(element: ModdleElement): ElementLegal['authority'] {
  const authority = extensionOf(element, 'thidua:Authority');
  if (authority === undefined) {
    return undefined;
  }
  const citation = textOf(authority, 'citation');
  const [level = '', role = '', power = ''] = ['level', 'role', 'power'].map((name) => textOf(authority, name));
  return { level, role, power, ...(citation === undefined ? {} : { citation }) };
}

function deadlineOf(element: ModdleElement): ElementLegal['deadline'] {
  const deadline = extensionOf(element, 'thidua:Deadline');
  if (deadline === undefined) {
    return undefined;
  }
  const [row, within, remindBefore] = [textOf(deadline, 'row'), textOf(deadline, 'within'), textOf(deadline, 'remindBefore')];
  return {
    workingDays: Number(textOf(deadline, 'workingDays')),
    ...(row === undefined ? {} : { row }),
    ...(within === undefined ? {} : { within }),
    ...(remindBefore === undefined ? {} : { remindBefore: Number(remindBefore) }),
  };
}

function wordsOf(element: ModdleElement | undefined, name: string): readonly string[] | undefined {
  return element === undefined
    ? undefined
    : written(element, name)
        .split(/\s+/)
        .filter((word) => word !== '');
}
