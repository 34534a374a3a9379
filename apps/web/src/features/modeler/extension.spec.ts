import { describe, expect, it } from 'vitest';
import { readGroup, writeGroup } from './extension';

describe('the performer of a step', () => {
  it('is read from the expression of the shipped diagrams', () => {
    expect(readGroup('=["pos:" + commune + "/appraiser"]')).toEqual({ office: 'commune', role: 'appraiser' });
  });

  it('is written as it is read', () => {
    expect(readGroup(writeGroup('province', 'records-clerk'))).toEqual({ office: 'province', role: 'records-clerk' });
  });

  it('stays an expression when it is anything else', () => {
    expect(readGroup('=["pos:" + commune + "/chair", "pos:" + commune + "/deputy-chair"]')).toBeNull();
  });
});
