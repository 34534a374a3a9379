import { startFields, type BlankField } from '@thidua/contract';
import { describe, expect, it } from 'vitest';
import { guidesOf, snapped } from './guides';

const SHEET = { widthMm: 297, heightMm: 210 };
const [MODEL] = startFields(SHEET.widthMm, SHEET.heightMm);
const field = (xMm: number, yMm: number, widthMm: number): BlankField => ({ ...(MODEL as BlankField), xMm, yMm, widthMm }); // there is a first field

describe('guides', () => {
  const others = [field(50, 100, 60)];

  it('draw a field to the edge, the middle or the top of another that is near', () => {
    expect(snapped(field(50.5, 40, 30), others, SHEET).xMm).toBeCloseTo(50);
    expect(snapped(field(65.5, 40, 30), others, SHEET).xMm).toBeCloseTo(65);
    expect(snapped(field(10, 99.6, 30), others, SHEET).yMm).toBeCloseTo(100);
  });

  it('draw a field to the middle of the sheet', () => {
    expect(snapped(field(133, 40, 30), [], SHEET).xMm).toBeCloseTo(133.5);
  });

  it('leave a field alone that is near nothing', () => {
    expect(snapped(field(20, 40, 7), others, SHEET)).toMatchObject({ xMm: 20, yMm: 40 });
  });

  it('are the lines a field lies on, each once', () => {
    expect(guidesOf(field(50, 100, 60), others, SHEET)).toEqual([
      { axis: 'x', at: 50 },
      { axis: 'x', at: 80 },
      { axis: 'x', at: 110 },
      { axis: 'y', at: 100 },
    ]);
  });
});
