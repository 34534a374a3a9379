import type { Movement, Phase } from '@thidua/awards';
import type { MovementReport } from '@thidua/documents';

type Occasion = MovementReport['occasion'];

/** 'năm 2026'; 'giai đoạn 2025 - 2027' where the plan has that phase; else up to the year, for the plan names no beginning. */
export function periodWords({ phases, period }: Pick<Movement, 'phases' | 'period'>, occasion: Occasion, year: number): string {
  if (occasion === 'annual') {
    return `năm ${String(year)}`;
  }
  const review = occasion === 'interim' ? 'interim-review' : 'final-review';
  const phase = phases.find((one: Phase) => one.review === review && one.reviewYear === year);
  const [from, to] = occasion === 'final' ? [period.start, period.end] : [phase?.start ?? period.start, phase?.end ?? String(year)];
  return from === null ? `đến năm ${yearOf(to) ?? String(year)}` : `giai đoạn ${yearOf(from) ?? from} - ${yearOf(to) ?? String(year)}`;
}

export function subjectWords(name: string, occasion: Occasion, period: string): string {
  const head = { annual: 'Kết quả thực hiện', interim: 'Sơ kết', final: 'Tổng kết' }[occasion];
  return `${head} Phong trào thi đua “${name}” ${period}`;
}

/** Paragraphs: a line each, ended as a sentence. */
export function paragraphs(text: string | undefined): readonly string[] {
  return linesOf(text).map((line) => (/[.!?:;]$/u.test(line) ? line : `${line}.`));
}

/** Items of a list: their marks are the template's. */
export function items(text: string | undefined): readonly string[] {
  return linesOf(text).map((line) => line.replace(/^[-+•]\s*/u, '').replace(/[.;,\s]+$/u, ''));
}

/** '05', '12': counts as papers write them. */
export function counted(number: number): string {
  return number < 10 ? `0${String(number)}` : String(number);
}

/** 'DD/MM/YYYY'; January and February bear a zero. */
export function shortDay(day: string | null): string {
  const [year = '', month = '', date = ''] = (day ?? '').split('-');
  return day === null ? '' : `${date}/${Number(month) < 3 ? month : String(Number(month))}/${year}`;
}

function linesOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

function yearOf(partial: string | null): string | undefined {
  return partial === null ? undefined : partial.slice(0, 4);
}
