import { readForm } from '@thidua/contract/forms';
import { outcomesOfForm } from './outcomes';
import { plainAnswers, variablesOf } from './plain-answers';

const read = readForm({
  id: 'f',
  components: [
    { type: 'radio', key: 'muc', label: 'Mức', values: [{ value: 'cao', label: 'Cao' }] },
    { type: 'checkbox', key: 'du', label: 'Đủ hồ sơ' },
    { type: 'number', key: 'diem', label: 'Điểm' },
    { type: 'textarea', key: 'note', label: 'Ý kiến' },
    { type: 'select', key: 'person', label: 'Người', properties: { valuesFrom: 'people' } },
  ],
});
const schema = read.ok ? read.value : { id: '', components: [] };

describe('answers a process may turn on', () => {
  it('are choices, yes or no and numbers, never words of people', () => {
    expect(plainAnswers(schema).map(({ name, kind }) => [name, kind])).toEqual([
      ['muc', 'choice'],
      ['du', 'yes-no'],
      ['diem', 'number'],
    ]);
    const data = { muc: 'cao', diem: 3, note: 'Bà Lan', outcome: 'agree', reason: 'Bà Lan' };
    expect(variablesOf(schema, data)).toEqual({ outcome: 'agree', muc: 'cao', diem: 3 });
    expect(variablesOf(undefined, data)).toEqual({ outcome: 'agree' });
  });

  it('have the buttons of their form beside them', () => {
    const values = (formId: string): readonly string[] => outcomesOfForm(formId).map(({ value }) => value);
    expect([values('dong-y-tra-lai'), values('ky-quyet-dinh'), values('ky'), values('soan-lai')]).toEqual([
      ['agree', 'send-back'],
      ['sign', 'send-back', 'refuse'],
      ['sign', 'send-back'],
      [],
    ]);
  });
});
