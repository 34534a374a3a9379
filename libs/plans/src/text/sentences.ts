/** A piece of a text and where it stands in it. */
export interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Sentences: ended by a full stop, not inside brackets, not inside a number or an abbreviation of one letter. */
export function sentencesOf(text: string): readonly Piece[] {
  return piecesOf(text, /[.!?…](?=\s+[\p{Lu}“"(]|\s*$)/u);
}

/** Clauses: ended by a full stop or a semicolon. */
export function clausesOf(text: string): readonly Piece[] {
  return piecesOf(text, /;|[.!?…](?=\s+[\p{Lu}“"(]|\s*$)/u);
}

function piecesOf(text: string, end: RegExp): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    depth += depthChange(text[at] ?? '');
    const found = depth <= 0 && end.exec(text.slice(at, at + 12))?.index === 0;
    if (found || at === text.length - 1) {
      pieces.push({ text: text.slice(from, at + 1), from, to: at + 1 });
      from = at + 1;
    }
  }
  return pieces.filter((piece) => piece.text.trim() !== '');
}

function depthChange(letter: string): number {
  if (letter === '(') {
    return 1;
  }
  return letter === ')' ? -1 : 0;
}
