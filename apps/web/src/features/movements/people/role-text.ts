import { useText } from '../../../i18n/use-text';

/** 'Kinh phí' of 'budget'; a role we have no word for stays as the plan's reader wrote it. */
export function useRoleText(): (role: string) => string {
  const t = useText();
  return (role) => t.or(`movements.people.role.${role}`, role);
}
