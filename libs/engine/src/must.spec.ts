import { must } from './must';

describe('must', () => {
  it('answers what is there', () => {
    expect(must(0, 'flow', 3)).toBe(0);
  });

  it('names what is not', () => {
    expect(() => {
      must(undefined, 'flow', 3);
    }).toThrow('no flow 3');
  });
});
