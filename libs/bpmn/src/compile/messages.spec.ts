import { chain, element, end, eventSubProcess, extensions, file, flow, process, start } from '../../test/diagram';
import { compiled, elementOf, graphOf, refused } from '../../test/compiled';

describe('messages', () => {
  const message = (inner = '', name = 'rut'): string => `<bpmn:message id="M" name="${name}">${inner}</bpmn:message>`;
  const key = extensions('<zeebe:subscription correlationKey="=dossier"/>');
  const definition = '<bpmn:messageEventDefinition messageRef="M"/>';
  const caught = (root: string): string =>
    file(root, process(start(), element('intermediateCatchEvent', 'C', definition), end(), chain('S', 'C', 'E')));

  it('needs a correlation key to wait, not to start a process', async () => {
    expect(await refused(caught(message(key)))).toEqual([]);
    expect(await refused(caught(message()))).toEqual(['correlation-key-missing intermediateCatchEvent[C]']);
    expect(await refused(file(message(), process(start('S', definition), end(), flow('S', 'E'))))).toEqual([]);
    const event = eventSubProcess('Ev', start('I', definition), end('IE'), flow('I', 'IE'));
    expect(await refused(file(message(), process(start(), end(), flow('S', 'E'), event)))).toEqual([
      'correlation-key-missing subProcess[Ev]/startEvent[I]',
    ]);
  });

  const once = (value: string, kind: 'start' | 'catch'): string => {
    const asked = `${extensions(`<thidua:start onePerKey="${value}"/>`)}${definition}`;
    const nodes =
      kind === 'start'
        ? [start('S', asked), end(), flow('S', 'E')]
        : [start(), element('intermediateCatchEvent', 'C', asked), end(), chain('S', 'C', 'E')];
    return file(message(key), process(...nodes));
  };

  it('starts one process per key where asked to', async () => {
    const message = async (value: string): Promise<unknown> => (await compiled(once(value, 'start'), 'S', 'startEvent')).triggers[0];
    expect(await message('true')).toMatchObject({ message: { onePerKey: true } });
    expect(await message('false')).not.toHaveProperty('message.onePerKey');
    expect(await refused(once('yes', 'start'))).toEqual(['attribute-not-executed startEvent[S]/thidua:Start/@onePerKey']);
    expect(await refused(once('true', 'catch'))).toEqual(['attribute-not-executed intermediateCatchEvent[C]/thidua:Start/@onePerKey']);
  });

  it('needs a name that is no expression', async () => {
    const below = 'intermediateCatchEvent[C]/messageEventDefinition/@messageRef';
    expect(await refused(caught(message(key, '')))).toEqual([`reference-missing ${below}`]);
    expect(await refused(caught(message(key, '=name')))).toEqual([`attribute-not-executed ${below}`]);
  });

  const thrown = (publish: string): string => file(message(), process(start(), end('E', extensions(publish) + definition), flow('S', 'E')));

  it('throws to whoever waits for the key, as long as told', async () => {
    const found = await compiled(thrown('<thidua:publish correlationKey="=dossier" ttl="PT2H"/>'), 'E', 'endEvent');
    expect(found.throws).toMatchObject([{ kind: 'message', message: { name: 'rut', ttl: 'PT2H' } }]);
    expect(await refused(thrown('<thidua:publish correlationKey="=dossier" ttl="2h"/>'))).toEqual([
      'timer-invalid endEvent[E]/thidua:Publish/@ttl',
    ]);
    expect(await refused(thrown('<thidua:publish ttl="PT2H"/>'))).toEqual(['correlation-key-missing endEvent[E]/thidua:Publish']);
    expect(await refused(thrown(''))).toEqual(['correlation-key-missing endEvent[E]/thidua:Publish']);
  });

  it('waits in a receive task, and sends from a send task', async () => {
    const receive = element('receiveTask', 'R', '', 'messageRef="M"');
    const send = element('sendTask', 'T', extensions('<thidua:publish correlationKey="=dossier"/>'), 'messageRef="M"');
    const xml = file(message(key), process(start(), receive, send, end(), chain('S', 'R', 'T', 'E')));
    const graph = await graphOf(xml);
    const received = elementOf(graph, 'R', 'receiveTask');
    expect([received.instantiate, received.parallelMultiple]).toEqual([false, false]);
    expect(received.triggers).toMatchObject([{ kind: 'message', message: { name: 'rut', correlationKey: { source: 'dossier' } } }]);
    const sent = elementOf(graph, 'T', 'sendTask');
    expect(sent.message).toMatchObject({ name: 'rut', correlationKey: { source: 'dossier' } });
    expect('ttl' in sent.message).toBe(false);
    expect(await refused(xml.replace('messageRef="M">', '>'))).toContain('reference-missing receiveTask[R]/@messageRef');
  });

  it('asks no key of what starts the process: a receive task, or what stands behind a gateway that does', async () => {
    const receive = element('receiveTask', 'R', '', 'messageRef="M" instantiate="true"');
    const started = await graphOf(file(message(), process(receive, end(), flow('R', 'E'))));
    expect(elementOf(started, 'R', 'receiveTask').instantiate).toBe(true);
    expect(started.elements[0]).toMatchObject({ type: 'process', starts: [1] });
    const behind = (attributes: string): string =>
      file(
        message(),
        process(
          element('eventBasedGateway', 'G', '', attributes),
          element('intermediateCatchEvent', 'C', definition),
          element('intermediateCatchEvent', 'D', definition),
          end(),
          chain('G', 'C', 'E'),
          chain('G', 'D', 'E'),
        ),
      );
    const gated = await graphOf(behind('instantiate="true"'));
    expect(elementOf(gated, 'G', 'eventBasedGateway').instantiate).toBe(true);
    expect(gated.elements[0]).toMatchObject({ type: 'process', starts: [1] });
    expect(await refused(behind(''))).toContain('correlation-key-missing intermediateCatchEvent[C]');
  });

  it('throws through a worker instead, when the event has a job type', async () => {
    const worked = thrown('<zeebe:taskDefinition type="send-results"/>');
    expect((await compiled(worked, 'E', 'endEvent')).throws).toEqual([{ kind: 'job', job: { type: 'send-results', retries: 3 } }]);
    const both = thrown('<zeebe:taskDefinition type="send-results"/><thidua:publish correlationKey="=dossier"/>');
    expect(await refused(both)).toEqual(['attribute-not-executed endEvent[E]/extensionElements/thidua:Publish']);
    expect(await refused(thrown('<zeebe:taskDefinition type="nobody"/>'))).toEqual([
      'reference-missing endEvent[E]/zeebe:TaskDefinition/@type',
    ]);
  });

  it('is refused for its name and its key at once', async () => {
    const broken = extensions('<zeebe:subscription correlationKey="=("/>');
    expect(await refused(caught(message(broken)))).toEqual([
      'expression-invalid intermediateCatchEvent[C]/zeebe:Subscription/@correlationKey',
    ]);
    const started = file(message('', ''), process(start('S', definition), end(), flow('S', 'E')));
    expect(await refused(started)).toEqual(['reference-missing startEvent[S]/messageEventDefinition/@messageRef']);
    const nameless = thrown('<thidua:publish correlationKey="=dossier"/>').replace('name="rut"', 'name=""');
    expect(await refused(nameless)).toEqual(['reference-missing endEvent[E]/messageEventDefinition/@messageRef']);
    expect(await refused(thrown('<thidua:publish correlationKey="=("/>'))).toEqual([
      'expression-invalid endEvent[E]/thidua:Publish/@correlationKey',
    ]);
    const send = element('sendTask', 'T', extensions('<thidua:publish/>'), 'messageRef="M"');
    expect(await refused(file(message(), process(start(), send, end(), chain('S', 'T', 'E'))))).toEqual([
      'correlation-key-missing sendTask[T]/thidua:Publish',
    ]);
  });
});
