import { readForm } from '@thidua/contract/forms';
import { fitting } from './form-of';

describe('fitting', () => {
  it('keeps the keys a form has, in lists too', () => {
    const row = [{ type: 'textfield', key: 'rowId' }];
    const read = readForm({
      id: 'f',
      components: [
        { type: 'dynamiclist', path: 'rows', components: row },
        { type: 'textarea', key: 'note' },
      ],
    });
    const schema = read.ok ? read.value : { id: '', components: [] };
    expect(fitting(schema, { rows: [{ rowId: '1', achievement: 'x' }], note: 'n', other: 1 })).toEqual({
      rows: [{ rowId: '1' }],
      note: 'n',
    });
  });
});
