import { startTexts } from '../i18n/i18n';

await startTexts('vi');
