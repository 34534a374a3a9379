import { useSession } from '../../../api/queries';
import { dayText } from '../../../i18n/format';

/** The business year: of the server's clock, which a demo moves; '' while it is not known. */
export function useYear(): string {
  const session = useSession();
  return session.data === undefined ? '' : dayText(session.data.clock.now).slice(-4);
}
