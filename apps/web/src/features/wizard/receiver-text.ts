import type { Text } from '../../i18n/use-text';

/** 'UBND xã Gia Phúc', or 'Sở Nội vụ … tiếp nhận, UBND tỉnh … xét'; on the route of its own head, that nobody receives it. */
export function receiverText(t: Text, receiver: string | null | undefined, desk: string | null | undefined): string {
  if (receiver === null || receiver === undefined) {
    return t('wizard.ownDecides');
  }
  return desk === null || desk === undefined || desk === receiver ? receiver : t('wizard.deskFor', { desk, receiver });
}
