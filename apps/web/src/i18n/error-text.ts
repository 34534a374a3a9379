import { ApiError } from '../api/api-error';
import { fileFacts } from './file-facts';
import { dayText } from './format';
import type { Text } from './use-text';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

type Texts = Text & { or: (key: string, fallback: string, params?: Readonly<Record<string, unknown>>) => string };

/** Sentences for a refusal: what happened and why, what to do, and the small line with code and log id. */
export function errorSentences(error: unknown, t: Texts): { what: string; todo: string; code: string } {
  if (!(error instanceof ApiError)) {
    return { what: t('error.internal.what'), todo: t('error.internal.todo'), code: 'internal' };
  }
  const details = wordsOf(error.details, t);
  const { reason } = error.details;
  const kept = error.code === 'state-conflict' && typeof reason === 'string' ? t.or(`keepReason.${reason}`, '', details) : '';
  if (kept !== '') {
    return { what: kept, todo: t('keepReason.todo'), code: error.code };
  }
  if (error.code === 'sheet-unreadable' && reason === 'too-large') {
    return { what: t('sheetTooLarge.what'), todo: t('sheetTooLarge.todo'), code: error.code };
  }
  const moved = definitionMoved(error, t, details);
  if (moved !== '') {
    return { what: moved, todo: t('definitionNow.todo'), code: error.code };
  }
  const fallback = t('error.internal.what');
  const what = [t.or(`error.${error.code}.what`, fallback, details), factsOf(error, t)].filter((part) => part !== '').join(' ');
  return {
    what,
    todo: t.or(`error.${error.code}.todo`, t('error.internal.todo'), details),
    code: error.id === null ? error.code : `${error.code} · ${error.id}`,
  };
}

/** Where another administrator has taken the version of a process meanwhile. */
function definitionMoved({ code, details }: ApiError, t: Texts, words: Record<string, string | number>): string {
  const { definitionId, status } = details;
  const isMoved = (code === 'state-conflict' || code === 'definition-not-draft') && typeof definitionId === 'string';
  return isMoved && typeof status === 'string' ? t.or(`definitionNow.${status}`, '', words) : '';
}

/** The rule and its citation, or who has the task now: whatever the server told. */
function factsOf(error: ApiError, t: Texts): string {
  const text = (key: string): string => {
    const value = error.details[key];
    return typeof value === 'string' ? value : '';
  };
  const rule = [text('ruleId'), text('citation')].filter((part) => part !== '').join(', ');
  const decider = text('deciderTitle') || text('decider');
  const { reason } = error.details;
  return [
    typeof reason === 'string' ? sentence(t.or(`intake.reason.${reason}`, '')) : '',
    holderOf(error.details['holder'] ?? error.details['holders'], t),
    error.code === 'number-taken' && text('title') !== ''
      ? t('error.numberHolder', { title: text('title'), date: dayText(text('date')) })
      : '',
    ...(error.code === 'not-competent' && decider !== '' && text('awardName') !== ''
      ? [
          t('error.whoDecides', { award: text('awardName'), decider, ruleId: text('ruleId'), citation: text('citation') }),
          t.or(`error.noPower.${text('reason')}`, ''),
          lapsedText(error.details['lapsed'], t),
        ]
      : [
          t.or(`error.noPower.${text('reason')}`, '', { awardName: text('awardName') }),
          decider === '' ? '' : t('error.decider', { decider }),
          rule === '' ? '' : t('error.rule', { rule }),
        ]),
    /^(file|scanner|storage)-/.test(error.code) ? fileFacts(error.details, t) : '',
    text('says'),
    text('remedy'),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** The signer's own power that had ended by the day: the district chair's of 30/6/2025 (AU-06). */
function lapsedText(lapsed: unknown, t: Texts): string {
  if (typeof lapsed !== 'object' || lapsed === null) {
    return '';
  }
  const read = (key: string): string => String(Reflect.get(lapsed, key) ?? '');
  return t('error.lapsed', { ruleId: read('ruleId'), citation: read('citation'), until: read('until').split('-').reverse().join('/') });
}

/** 'chỉ xét hằng năm' → 'Chỉ xét hằng năm.' */
function sentence(words: string): string {
  return words === '' ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function holderOf(value: unknown, t: Texts): string {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'string' && first !== '') {
    return t('error.holder', { holder: first });
  }
  if (typeof first === 'object' && first !== null) {
    const read = (key: string): string => {
      const field: unknown = Reflect.get(first, key);
      return typeof field === 'string' ? field : '';
    };
    const holder = [read('fullName'), read('title')].filter((part) => part !== '').join(', ');
    return holder === '' ? '' : t('error.holder', { holder });
  }
  return '';
}

function wordsOf(details: Readonly<Record<string, unknown>>, t: Texts): Record<string, string | number> {
  const entries = Object.entries(details).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  const shown = entries.map(([key, value]) => [key, typeof value === 'string' && DAY.test(value) ? dayText(value) : value] as const);
  return { field: t('error.someField'), number: '', ...Object.fromEntries(shown) };
}
