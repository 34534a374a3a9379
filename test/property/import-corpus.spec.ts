import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { convertDiagram, importDiagram } from '@thidua/bpmn';

const OWN = join(__dirname, '../fixtures/import');
const CONFORMANCE = join(__dirname, '../../../shared/conformance');

/** Ids, flows and shapes as they stand in the text, read without any parser of ours. */
function facts(xml: string): readonly string[] {
  const plain = xml.replace(/<!--[\s\S]*?-->/g, '');
  const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}=["']([^"']*)["']`).exec(tag)?.[1] ?? '';
  const tags = plain.match(/<[\w:.-]+(?:[^<>"']|"[^"]*"|'[^']*')*>/g) ?? [];
  return tags.flatMap((tag) => {
    const id = attribute(tag, 'id');
    const flow = /^<(\w+:)?sequenceFlow\b/.test(tag) ? [`flow ${id} ${attribute(tag, 'sourceRef')} ${attribute(tag, 'targetRef')}`] : [];
    const shape = /^<(\w+:)?BPMN(Shape|Edge)\b/.test(tag) ? [`drawn ${attribute(tag, 'bpmnElement')}`] : [];
    const point = /^<(\w+:)?(Bounds|waypoint)\b/.test(tag)
      ? [`at ${['x', 'y', 'width', 'height'].map((side) => Number(attribute(tag, side))).join(' ')}`]
      : [];
    return [...(id === '' ? [] : [`id ${id}`]), ...flow, ...shape, ...point];
  });
}

describe('the diagrams of the conformance suites', () => {
  const suites = ['betsy', 'betsy-constraints', 'token-simulation'].filter((suite) => existsSync(join(CONFORMANCE, suite, 'bpmn')));
  if (suites.length === 0) {
    it.skip('are opened or refused (skipped: no ../shared/conformance beside the checkout)', () => undefined);
    return;
  }

  it.each(suites)(
    '%s: each is opened and written again without a loss, or refused with findings',
    async (suite) => {
      const folder = join(CONFORMANCE, suite, 'bpmn');
      const refused: string[] = [];
      for (const file of readdirSync(folder)) {
        const xml = readFileSync(join(folder, file), 'utf8');
        const opened = await importDiagram(xml);
        if (opened.ok) {
          expect([file, facts(opened.value.xml).toSorted()]).toEqual([file, facts(xml).toSorted()]);
        } else {
          expect([file, opened.error.length]).not.toEqual([file, 0]);
          refused.push(file);
        }
      }
      // Models that are to be executed are all opened; some of those that break the standard cannot even be read whole.
      expect(suite === 'betsy-constraints' ? [] : refused).toEqual([]);
    },
    60_000,
  );
});

describe('a diagram of another engine', () => {
  it.each(readdirSync(OWN).filter((file) => /^(camunda7|flowable|activiti)/.test(file)))(
    '%s keeps its ids, flows and shapes when converted, and is native then',
    async (file) => {
      const xml = readFileSync(join(OWN, file), 'utf8');
      const converted = await convertDiagram(xml);
      const after = facts(converted.ok ? converted.value.xml : '');
      // Form fields, their options and listeners have ids of their own; they leave the diagram for the form and the report.
      const own = (fact: string): boolean => !/^id (dat|lyDo|mucDo|tot|xuat-sac|nhat-ky)$/.test(fact);
      expect(facts(xml).filter((fact) => own(fact) && !after.includes(fact))).toEqual([]);
      const opened = await importDiagram(converted.ok ? converted.value.xml : '');
      expect(opened.ok && opened.value.findings.filter((finding) => finding.code === 'dialect-not-native')).toEqual([]);
      expect(await convertDiagram(converted.ok ? converted.value.xml : '')).toMatchObject({
        ok: false,
        error: [{ detail: { reason: 'native' } }],
      });
    },
  );
});
