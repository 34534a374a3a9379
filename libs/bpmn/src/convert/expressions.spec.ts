import { body, conditional, convert, expression, lines, user } from '../../test/conversion';
import { element } from '../../test/diagram';

describe('expressions', () => {
  it.each([
    ['${approved}', '=approved'],
    ['  #{level == "XA"}  ', '=level = "XA"'],
    ['true', '=true'],
  ])('says the condition %s', async (text, became) => {
    const converted = await convert(conditional(text) + user('c:category="x"'));
    expect(lines(converted)[0]).toBe(`mapped F conditionExpression → ${became}`);
    expect(body(converted).replace(/&#34;|&quot;/g, '"')).toContain(`>${became}</bpmn:conditionExpression>`);
  });

  it('leaves FEEL alone', async () => {
    const converted = await convert(conditional('= a &gt; 1') + user('c:category="x"'));
    const named = await convert(conditional('a &gt; 1', 'language="FEEL"') + user('c:category="x"'));
    expect([lines(converted).length, lines(named).length]).toEqual([1, 1]);
    expect(body(named)).toContain('>a &gt; 1<');
  });

  it.each([
    ['${bean.ok()}', '', 'language="juel"'],
    ['approved', '', 'language="juel"'],
    ['return true', 'language="javascript"', 'language="javascript"'],
  ])('refuses the condition %s, and keeps its text', async (text, more, language) => {
    const converted = await convert(conditional(text, more) + user('c:category="x"'));
    expect(lines(converted)[0]).toBe('not-mappable F conditionExpression → ');
    expect(body(converted)).toContain(language);
    expect(body(converted)).toContain(`>${text}</bpmn:conditionExpression>`);
  });

  it('puts the mark of a word on an expression onto the flow', async () => {
    const converted = await convert(conditional('${a}', 'c:resource="check.groovy"'));
    expect(lines(converted)).toEqual(['mapped F conditionExpression → =a', 'not-mappable F c:resource → ']);
    expect(body(converted)).toMatch(/targetRef="T"><bpmn:extensionElements><thidua:unmapped what="c:resource"/);
  });

  it.each([
    ['timeDuration', 'PT5M', [], 'PT5M'],
    ['timeDate', '${deadline}', ['mapped B timeDate → =deadline'], '=deadline'],
    ['timeCycle', 'R3/PT10M', [], 'R3/PT10M'],
    ['timeCycle', '0 0 9 ? * MON-FRI', ['changed-meaning B timeCycle → 0 0 9 ? * MON-FRI'], '0 0 9 ? * MON-FRI'],
    ['timeCycle', '0 0 9 ? * MON *', ['changed-meaning B timeCycle → 0 0 9 ? * MON'], '0 0 9 ? * MON'],
    ['timeCycle', '0 0 9 ? * MON 2026', ['not-mappable B timeCycle → '], '0 0 9 ? * MON 2026'],
    ['timeCycle', 'daily', ['not-mappable B timeCycle → '], 'daily'],
  ])('reads the timer %s %s', async (name, text, expected, left) => {
    const timer = `<bpmn:timerEventDefinition>${expression(name, text)}</bpmn:timerEventDefinition>`;
    const converted = await convert(user('c:category="x"') + element('boundaryEvent', 'B', timer, 'attachedToRef="U"'));
    expect(lines(converted).slice(1)).toEqual(expected);
    expect(body(converted)).toContain(`>${left}</bpmn:${name}>`);
  });

  it('writes formal expressions where xsi:type was left out', async () => {
    const timer = '<bpmn:timerEventDefinition c:odd="1"><bpmn:timeDuration>PT5M</bpmn:timeDuration></bpmn:timerEventDefinition>';
    const converted = await convert(element('startEvent', 'S', timer), 'flowable');
    expect(body(converted)).toContain('<bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT5M</bpmn:timeDuration>');
  });

  it('settles the words of a timer', async () => {
    const timer = `<bpmn:timerEventDefinition c:businessCalendarName="b">${expression('timeCycle', 'R/PT1H', 'c:endDate="2026-01-01"')}</bpmn:timerEventDefinition>`;
    const converted = await convert(element('startEvent', 'S', timer));
    expect(lines(converted)).toEqual(['not-mappable S c:businessCalendarName → ', 'not-mappable S c:endDate → ']);
    expect(converted.refusals).toHaveLength(2);
  });
});
