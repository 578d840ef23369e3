SET checkpoint_threshold = '1KB'
