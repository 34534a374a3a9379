import { describe, expect, it } from 'vitest';
import type { StatisticMenu } from '@thidua/contract';
import { cellOf, queryOf, searchOf } from './statistic-search';

const MENU: StatisticMenu = {
  orgId: 'xa',
  bodies: [],
  branches: [{ id: 'truong', name: 'Trường' }],
  tables: [],
  movements: [{ id: 'pt-1', name: 'Phong trào', depth: 0 }],
  years: [2026],
};

describe('the address of the statistics page', () => {
  it('keeps what is a filter and drops the rest', () => {
    expect(searchOf({ bieu: 'doi-tuong', nam: '2026', dip: 'final', dv: '', x: 'y' })).toEqual({
      bieu: 'doi-tuong',
      nam: 2026,
      dip: 'final',
    });
    expect(searchOf({ nam: 'x', dip: 'sometimes' })).toEqual({});
  });

  it('asks for nothing the chosen body does not have', () => {
    expect(queryOf(MENU, { pt: 'pt-1', dv: 'truong', nam: 2026 })).toEqual({
      orgId: 'xa',
      movementId: 'pt-1',
      branchId: 'truong',
      year: 2026,
    });
    expect(queryOf(MENU, { pt: 'pt-2', dv: 'thon', dip: 'final' })).toEqual({ orgId: 'xa', occasion: 'final' });
    expect(queryOf(MENU, { pt: 'none' })).toEqual({ orgId: 'xa', movementId: 'none' });
  });

  it('names a cell by its line and column', () => {
    expect(cellOf('1:GK_XA|dat')).toEqual({ line: '1:GK_XA', column: 'dat' });
  });
});
