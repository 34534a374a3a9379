import { step, straight, user } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { legalValues } from './legal-values';

describe('legal-values', () => {
  verify(legalValues, {
    folder: __dirname,
    valid: 'legal-values.valid.bpmn',
    invalid: 'legal-values.invalid.bpmn',
    refused: [
      'legal-value-invalid Process_1',
      'legal-value-invalid Appraise',
      'legal-value-invalid Appraise',
      'legal-value-invalid Sign',
      'legal-value-invalid Sign',
    ],
  });

  it.each([
    ['<thidua:deadline workingDays="0"/>', 'thidua:Deadline/@workingDays'],
    ['<thidua:deadline workingDays="8" remindBefore="-1"/>', 'thidua:Deadline/@remindBefore'],
    ['<thidua:deadline workingDays="8" row="16"/>', 'thidua:Deadline/@row'],
    ['<thidua:fourEyes/>', 'thidua:FourEyes/@tasks'],
    ['<thidua:document kinds="Quyết định"/>', 'thidua:Document/@kinds'],
    ['<thidua:authority level="XA" power="submit"/>', 'thidua:Authority/@role'],
    ['<thidua:step/>', 'thidua:Step/@kind'],
  ])('refuses %s', async (extension, below) => {
    const refusals = await refusalsOf(legalValues, straight(['T', user('T', extension)]));
    expect(refusals.map((refusal) => refusal.path)).toEqual([`process[P]/userTask[T]/${below}`]);
  });

  it('knows every kind of step', async () => {
    const kinds =
      'launch review-meeting submission intake supplement appraisal council ballot decision sign numbering issue forward external notice'.split(
        ' ',
      );
    const tasks = kinds.map((kind): [string, string] => [kind, user(kind, step(kind))]);
    expect(await refusalsOf(legalValues, straight(...tasks))).toEqual([]);
  });
});
