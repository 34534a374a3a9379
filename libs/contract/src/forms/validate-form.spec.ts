import type { JsonObject } from '@thidua/kernel';
import { readForm } from './read-form';
import type { FormSchema } from './schema';
import { validateForm } from './validate-form';

const around = { options: {}, extraKeys: ['outcome'], nowMs: 0 };

function formOf(...components: JsonObject[]): FormSchema {
  const form = readForm({ id: 'f', components });
  if (!form.ok) {
    throw new Error(form.error.join());
  }
  return form.value;
}

function problemsOf(form: FormSchema, data: JsonObject): readonly string[] {
  const result = validateForm(form, data, around);
  return result.ok ? [] : result.error.map((problem) => `${problem.path}:${problem.code}`);
}

const note = { type: 'textarea', key: 'note', label: 'Ghi chú', validate: { required: true, maxLength: 10 } };

describe('validateForm', () => {
  it('names a missing required field', () => {
    expect(problemsOf(formOf(note), {})).toEqual(['note:required']);
  });

  it('counts length in code points after NFC', () => {
    expect(problemsOf(formOf(note), { note: 'Nguyễn Thị'.normalize('NFD') })).toEqual([]);
    expect(problemsOf(formOf(note), { note: 'Nguyễn Thị Đ' })).toEqual(['note:too-long']);
    expect(problemsOf(formOf(note), { note: '🏅'.repeat(10) })).toEqual([]);
  });

  it('refuses keys the form does not have, but lets the outcome through', () => {
    expect(problemsOf(formOf(note), { note: 'x', status: 'APPROVED', outcome: 'sign' })).toEqual(['status:unknown-key']);
  });

  it('reports every problem at once with the path inside a list', () => {
    const list = {
      type: 'dynamiclist',
      path: 'rows',
      label: 'Dòng',
      components: [{ type: 'number', key: 'yes', label: 'Đồng ý', validate: { required: true, min: 0, max: 9 } }],
    };
    expect(problemsOf(formOf(list, note), { rows: [{ yes: 3 }, { yes: 10 }, { yes: '4' }, {}] })).toEqual([
      'rows.1.yes:too-large',
      'rows.2.yes:not-a-number',
      'rows.3.yes:required',
      'note:required',
    ]);
  });

  it('accepts a choice of the schema or of the context only', () => {
    const own = { type: 'select', key: 'a', values: [{ value: 'met', label: 'Đạt' }] };
    const given = { type: 'checklist', key: 'b', values: [], properties: { valuesFrom: 'members' } };
    const result = validateForm(formOf(own, given), { a: 'no', b: ['m1'] }, { ...around, options: { members: [{ value: 'm1' }] } });
    expect(result).toMatchObject({ ok: false, error: [{ path: 'a', code: 'not-a-choice' }] });
  });

  it('refuses a value in a field that is hidden', () => {
    const mode = { type: 'textfield', key: 'mode' };
    const number = { type: 'textfield', key: 'number', validate: { required: true }, conditional: { hide: '=mode != "external"' } };
    expect(problemsOf(formOf(mode, number), { mode: 'own' })).toEqual([]);
    expect(problemsOf(formOf(mode, number), { mode: 'own', number: '5' })).toEqual(['number:hidden']);
    expect(problemsOf(formOf(mode, number), { mode: 'external' })).toEqual(['number:required']);
  });

  it('knows days of the calendar', () => {
    const day = { type: 'datetime', key: 'd', subtype: 'date' };
    expect(problemsOf(formOf(day), { d: '2026-02-29' })).toEqual(['d:not-a-date']);
    expect(problemsOf(formOf(day), { d: '2028-02-29' })).toEqual([]);
  });
});

describe('readForm', () => {
  it('refuses a field type it cannot draw, by name', () => {
    expect(readForm({ id: 'f', components: [{ type: 'iframe', id: 'Field_x', key: 'x' }] })).toEqual({ ok: false, error: ['Field_x'] });
  });
});
