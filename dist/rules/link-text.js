import {plugins} from '../remark.js'
export default plugins['link-text']
