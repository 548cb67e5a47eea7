import {plugins} from '../remark.js'
export default plugins['html-blank-line']
