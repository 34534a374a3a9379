import type { DefinitionSummary } from '@thidua/contract';
import type { Text } from '../../i18n/use-text';

/** 'Phiên bản 2'. A draft gets its number when it is published; until then its state stands in its place. */
export function versionText({ version, status }: Pick<DefinitionSummary, 'version' | 'status'>, t: Text): string {
  return version === 0 ? t(`definitionState.${status}`) : t('definitions.version', { version });
}
