import Handlebars from 'handlebars';
import { TemplateFieldMissing, TemplateInvalid } from '../errors';
import { guardFields } from './guard-fields';
import { BLOCK_HELPERS, HELPERS } from './helpers';

/** A template ready to be filled. Made from strings only; it can read no file and no prototype. */
export interface CompiledTemplate {
  readonly fill: (data: unknown) => string;
}

/**
 * Compiles a template with its partials (name → source). Throws TemplateInvalid for bad syntax, a helper outside the
 * allow-list, a partial that is not there, or unescaped output (`{{{…}}}`).
 */
export function compileTemplate(source: string, partials: Readonly<Record<string, string>> = {}): CompiledTemplate {
  const house = Handlebars.create();
  house.unregisterHelper('lookup');
  house.unregisterHelper('log');
  for (const [name, helper] of Object.entries(HELPERS)) {
    // Handlebars hands every helper its options as the last argument; ours take fixed arguments and ignore it.
    house.registerHelper(name, helper as Handlebars.HelperDelegate);
  }
  const names = new Set(Object.keys(partials));
  for (const [name, text] of Object.entries(partials)) {
    house.registerPartial(name, compileOne(house, text, names, name));
  }
  const template = compileOne(house, source, names);
  return { fill: (data) => fill(template, data) };
}

/** Fills a template; throws TemplateFieldMissing with the dotted path of the first field that the data lacks. */
export function renderHtml(template: CompiledTemplate, data: unknown): string {
  return template.fill(data);
}

const OPTIONS: CompileOptions = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries([...Object.keys(HELPERS), ...BLOCK_HELPERS].map((name) => [name, true])),
};

function compileOne(
  house: typeof Handlebars,
  source: string,
  partials: ReadonlySet<string>,
  partial?: string,
): Handlebars.TemplateDelegate {
  try {
    const program = guardFields(house.parse(source, partial === undefined ? {} : { srcName: partial }), partials);
    // compile() is lazy; precompile() finds an unknown helper now.
    house.precompile(program, OPTIONS);
    return house.compile(program, OPTIONS);
  } catch (error) {
    if (error instanceof TemplateInvalid) {
      throw new TemplateInvalid(error.message, { ...error.details, in: partial ?? null });
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new TemplateInvalid(`the template does not compile: ${reason}`, { reason, line: lineOf(reason), in: partial ?? null });
  }
}

function fill(template: Handlebars.TemplateDelegate, data: unknown): string {
  try {
    return template(data, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false }).normalize('NFC');
  } catch (error) {
    // Strict mode itself reports a missing object on the way to a field: '"frame" not defined in [object Object]'.
    const missing = error instanceof Error ? /^"(.+?)" not defined in/.exec(error.message)?.[1] : undefined;
    if (missing !== undefined) {
      throw new TemplateFieldMissing(`the data lacks ${missing}`, { field: missing, line: lineNumberOf(error), in: null });
    }
    throw error;
  }
}

/** 'Parse error on line 3: …' and "if doesn't match each - 2:3" both tell where. */
function lineOf(reason: string): number | null {
  const line = /on line (\d+)/.exec(reason)?.[1] ?? /- (\d+):\d+$/.exec(reason)?.[1];
  return line === undefined ? null : Number(line);
}

function lineNumberOf(error: unknown): number | null {
  const { lineNumber } = error as { lineNumber?: unknown }; // Handlebars' own exception
  return typeof lineNumber === 'number' ? lineNumber : null;
}
