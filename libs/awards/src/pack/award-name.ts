import type { AreaForm, AwardRow, Pack } from './pack';

/** The catalogue row of an award code; a code may have one row at a time, so the first is the row. */
export function awardOf(pack: Pack, award: string): AwardRow | undefined {
  return pack.awards.find((row) => row.award === award);
}

/** The award's name for a kind of local government ('thành phố' in a centrally-run city); never abbreviated unless asked. */
export function awardName(row: AwardRow, area: AreaForm = 'any', form: 'full' | 'short' = 'full'): string {
  const name =
    row.names.find((candidate) => candidate.area === area) ?? row.names.find((candidate) => candidate.area === 'any') ?? row.names[0];
  return name === undefined ? row.award : name[form];
}
