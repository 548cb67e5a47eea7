import {plugins} from '../remark.js'
export default plugins['entry-unique']
