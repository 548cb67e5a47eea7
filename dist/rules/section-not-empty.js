import {plugins} from '../remark.js'
export default plugins['section-not-empty']
