import { THIDUA_DESCRIPTOR } from '@thidua/bpmn';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';

/** Both vocabularies in every canvas, or the extension elements are not typed (and are lost on save). */
export const MODDLE_EXTENSIONS = { zeebe, thidua: THIDUA_DESCRIPTOR };
