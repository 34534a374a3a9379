import { bodiesBelow } from './bodies-below';

const org = (id: string, parentId: string | null): { id: string; parentId: string | null } => ({ id, parentId });
const ORGS = [
  org('tinh', null),
  org('xa-1', 'tinh'),
  org('truong', 'xa-1'),
  org('lop', 'truong'),
  org('xa-2', 'tinh'),
  org('xa-cu', 'tinh'),
  org('thon-cu', 'xa-cu'),
];

describe('bodiesBelow', () => {
  it('tells under which body right below each stands', () => {
    expect([...bodiesBelow(ORGS, [], 'tinh')]).toEqual([
      ['tinh', 'tinh'],
      ['xa-1', 'xa-1'],
      ['truong', 'xa-1'],
      ['lop', 'xa-1'],
      ['xa-2', 'xa-2'],
      ['xa-cu', 'xa-cu'],
      ['thon-cu', 'xa-cu'],
    ]);
  });

  it('is only the body where nothing stands under it', () => {
    expect([...bodiesBelow(ORGS, [], 'lop').keys()]).toEqual(['lop']);
  });

  it('brings along what went whole into a body', () => {
    expect([...bodiesBelow(ORGS, [{ predecessorId: 'xa-cu', successorId: 'xa-2' }], 'xa-2').entries()]).toEqual([
      ['xa-2', 'xa-2'],
      ['xa-cu', 'xa-cu'],
      ['thon-cu', 'xa-cu'],
    ]);
  });

  it('puts them under the successor for those above it too', () => {
    const found = bodiesBelow(ORGS, [{ predecessorId: 'xa-cu', successorId: 'xa-2' }], 'tinh');
    expect([found.get('xa-cu'), found.get('thon-cu')]).toEqual(['xa-2', 'xa-2']);
  });

  it('ends where bodies stand in a ring', () => {
    expect([...bodiesBelow([org('a', 'b'), org('b', 'a')], [], 'a').keys()]).toEqual(['a', 'b']);
  });
});
