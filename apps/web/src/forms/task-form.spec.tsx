import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { readForm } from '@thidua/contract/forms';
import { afterEach, describe, expect, it } from 'vitest';
import { useState, type ReactNode } from 'react';
import appraisal from '../../../../workflows/dot-xet-xa/1/forms/tham-dinh.form?raw';
import { checkForm } from './check-form';
import type { Values } from './form-data';
import { TaskForm } from './task-form';

const read = readForm(JSON.parse(appraisal) as never);
const ROWS: Values = {
  rows: [
    { rowId: 'a', name: 'Nguyễn Văn An', awardName: 'Giấy khen của Chủ tịch UBND xã' },
    { rowId: 'b', name: 'Trần Thị Bình', awardName: 'Giấy khen của Chủ tịch UBND xã' },
  ],
};

function Sheet(): ReactNode {
  const [values, setValues] = useState<Values>(ROWS);
  if (!read.ok) {
    return read.error.join();
  }
  const problems = checkForm(read.value, values, {});
  return (
    <TaskForm
      schema={read.value}
      values={values}
      context={{}}
      problems={problems}
      readOnly={false}
      about={() => null}
      onChange={setValues}
    />
  );
}

afterEach(cleanup);

describe('TaskForm with the shipped appraisal form', () => {
  it('draws one group per nominee, named after it', () => {
    render(<Sheet />);
    const group = screen.getByRole('group', { name: /Nguyễn Văn An/ });
    expect(within(group).getByLabelText(/Kết luận/)).toBeDefined();
  });

  it('names nominee and field of each problem in the summary', () => {
    render(<Sheet />);
    expect(within(screen.getByRole('alert')).getByText(/Trần Thị Bình · Kết luận: chưa điền/)).toBeDefined();
  });

  it('clears a problem when its field is filled', () => {
    render(<Sheet />);
    const group = screen.getByRole('group', { name: /Trần Thị Bình/ });
    fireEvent.change(within(group).getByLabelText(/Kết luận/), { target: { value: 'met' } });
    expect(within(screen.getByRole('alert')).queryByText(/Trần Thị Bình/)).toBeNull();
  });

  it('fills only the blank rows with one press', () => {
    render(<Sheet />);
    const first = screen.getByRole('group', { name: /Nguyễn Văn An/ });
    fireEvent.change(within(first).getByLabelText(/Kết luận/), { target: { value: 'not-met' } });
    fireEvent.click(screen.getByRole('button', { name: 'Chọn «Đạt» cho 1 dòng còn trống' }));
    expect(within(first).getByLabelText<HTMLSelectElement>(/Kết luận/).value).toBe('not-met');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
