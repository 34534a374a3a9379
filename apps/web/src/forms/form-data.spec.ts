import { readForm, type FormSchema } from '@thidua/contract/forms';
import { describe, expect, it } from 'vitest';
import { checkForm, optionsOf, problemsOf } from './check-form';
import { fromPicker, toPicker } from './day-field';
import { dataOf, openingValues } from './form-data';

function schemaOf(components: object[]): FormSchema {
  const read = readForm({ id: 'test', components: JSON.parse(JSON.stringify(components)) as never });
  if (!read.ok) {
    throw new Error(read.error.join());
  }
  return read.value;
}

const NUMBERING = schemaOf([
  {
    type: 'radio',
    key: 'mode',
    label: 'Nguồn số',
    defaultValue: 'own',
    values: [
      { value: 'own', label: 'Sổ' },
      { value: 'external', label: 'Ngoài' },
    ],
    validate: { required: true },
  },
  {
    type: 'textfield',
    key: 'number',
    label: 'Số',
    conditional: { hide: '=mode != "external"' },
    validate: { required: true, maxLength: 20 },
  },
]);
const VOTES = schemaOf([
  {
    type: 'dynamiclist',
    path: 'rows',
    label: 'Kết quả',
    components: [
      { type: 'textfield', key: 'rowId', disabled: true, validate: { required: true } },
      { type: 'textfield', key: 'name', disabled: true },
      { type: 'number', key: 'yes', label: 'Đồng ý', validate: { required: true, min: 0 } },
    ],
  },
]);

describe('openingValues', () => {
  it('starts with the defaults of the form', () => {
    expect(openingValues(NUMBERING, {})).toEqual({ mode: 'own' });
  });

  it('lays the draft over what the server knows', () => {
    expect(openingValues(NUMBERING, { number: '12' }, { mode: 'external', number: '57' })).toEqual({ mode: 'external', number: '57' });
  });

  it('ignores keys the form does not have', () => {
    expect(openingValues(NUMBERING, { stray: 'x' })).toEqual({ mode: 'own' });
  });

  it('keeps the set of rows of the server: a draft only fills rows that still exist', () => {
    const server = {
      rows: [
        { rowId: 'a', name: 'An' },
        { rowId: 'b', name: 'Bình' },
      ],
    };
    const draft = {
      rows: [
        { rowId: 'gone', yes: 9 },
        { rowId: 'b', yes: 7 },
      ],
    };
    expect(openingValues(VOTES, server, draft)).toEqual({
      rows: [
        { rowId: 'a', name: 'An' },
        { rowId: 'b', name: 'Bình', yes: 7 },
      ],
    });
  });
});

describe('dataOf', () => {
  it('leaves out what is hidden by the present choice', () => {
    expect(dataOf(NUMBERING, { mode: 'own', number: '57' }, 0)).toEqual({ mode: 'own' });
    expect(dataOf(NUMBERING, { mode: 'external', number: '57' }, 0)).toEqual({ mode: 'external', number: '57' });
  });

  it('sends of the read-only fields of a row only its id', () => {
    expect(dataOf(VOTES, { rows: [{ rowId: 'a', name: 'An', yes: 7 }] }, 0)).toEqual({ rows: [{ rowId: 'a', yes: 7 }] });
  });
});

describe('checkForm', () => {
  it('asks for a required field only while it is shown', () => {
    expect(checkForm(NUMBERING, { mode: 'own' }, {})).toEqual([]);
    expect(checkForm(NUMBERING, { mode: 'external' }, {}).map((problem) => [problem.path, problem.code])).toEqual([['number', 'required']]);
  });

  it('names the row and field of a problem', () => {
    const problems = checkForm(VOTES, { rows: [{ rowId: 'a', yes: 7 }, { rowId: 'b' }] }, {});
    expect(problems.map((problem) => problem.path)).toEqual(['rows.1.yes']);
  });

  it('takes a choice from the named options of the task', () => {
    const schema = schemaOf([{ type: 'checklist', key: 'absent', label: 'Vắng mặt', values: [], properties: { valuesFrom: 'members' } }]);
    const context = { members: [{ value: 'p1', label: 'Nguyễn Văn An' }] };
    expect(optionsOf(context)['members']).toEqual([{ value: 'p1', label: 'Nguyễn Văn An' }]);
    expect(checkForm(schema, { absent: ['p1'] }, context)).toEqual([]);
    expect(checkForm(schema, { absent: ['p2'] }, context).map((problem) => problem.code)).toEqual(['not-a-choice']);
  });
});

describe('problemsOf', () => {
  it('takes over the problems the server found and drops what is misshapen', () => {
    const found = { path: 'number', code: 'too-long', label: 'Số', detail: { max: 20 } };
    expect(problemsOf({ problems: [found, 'x', null] })).toEqual([found]);
    expect(problemsOf({})).toEqual([]);
  });
});

describe('day field', () => {
  it('reads and writes wall clock of Vietnam', () => {
    const picked = toPicker('2026-03-02T10:00:00Z');
    expect(picked?.format('YYYY-MM-DD HH:mm')).toBe('2026-03-02 17:00');
    expect(picked === null ? '' : fromPicker(picked, true)).toBe('2026-03-02T17:00:00+07:00');
  });

  it('keeps a plain day a plain day', () => {
    const picked = toPicker('2026-03-01');
    expect(picked === null ? '' : fromPicker(picked, false)).toBe('2026-03-01');
  });
});
