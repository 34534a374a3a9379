const SHINGLE = 4;

/** Small marks, case, punctuation and spacing make no other text: 'Đổi mới!' and 'doi moi' are the same words. */
function foldedWords(text: string): readonly string[] {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Runs of four words; a shorter text is one run of all its words. */
function shingles(text: string): ReadonlySet<string> {
  const words = foldedWords(text);
  const count = Math.max(words.length === 0 ? 0 : 1, words.length - SHINGLE + 1);
  return new Set(Array.from({ length: count }, (_, index) => words.slice(index, index + SHINGLE).join(' ')));
}

/** How much two texts say the same, 0 to 1: the share of runs of four words they have in common (Jaccard). */
export function likeness(one: string, other: string): number {
  const [a, b] = [shingles(one), shingles(other)];
  const common = [...a].filter((run) => b.has(run)).length;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}
