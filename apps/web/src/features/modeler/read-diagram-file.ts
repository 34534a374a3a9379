/** What the server takes (`DiagramBody` of the contract), in characters. */
export const MOST_CHARACTERS = 6_000_000;

export type FileProblem = 'too-large' | 'not-text' | 'not-xml' | 'other-encoding';

/**
 * The text of an uploaded diagram. Tools on Windows write UTF-16, or name an encoding in the first line: decoding those as UTF-8 would
 * break every accented letter in silence, so the file's own word is followed, and what does not fit it is refused.
 */
export function readDiagramFile(bytes: Uint8Array): { readonly xml: string } | { readonly problem: FileProblem } {
  const encoding = encodingOf(bytes);
  if (encoding === undefined) {
    return { problem: 'other-encoding' };
  }
  const text = decoded(bytes, encoding);
  if (text === undefined) {
    return { problem: 'not-text' };
  }
  if (text.length > MOST_CHARACTERS) {
    return { problem: 'too-large' };
  }
  return text.trimStart().startsWith('<') ? { xml: text } : { problem: 'not-xml' };
}

const MARKS: Readonly<Record<string, string>> = { fffe: 'utf-16le', feff: 'utf-16be' };

/** By the byte order mark, else by the XML declaration, else UTF-8; undefined for a name browsers do not know. */
function encodingOf(bytes: Uint8Array): TextDecoder | undefined {
  const start = [...bytes.slice(0, 2)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const declaration = new TextDecoder('latin1').decode(bytes.slice(0, 200));
  const named = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(declaration)?.[1];
  try {
    return new TextDecoder(MARKS[start] ?? named ?? 'utf-8', { fatal: true });
  } catch (error) {
    if (error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}

function decoded(bytes: Uint8Array, decoder: TextDecoder): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) {
      return undefined;
    }
    throw error;
  }
}
