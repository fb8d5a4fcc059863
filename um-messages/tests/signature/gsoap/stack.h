// What stands in the envelope that is signed: `<c:Call><value>2</value></c:Call>`, without an answer.
#import "wsse.h"
//gsoap c service name: Call
//gsoap c service style: document
//gsoap c schema namespace: urn:c
int c__Call(char *value, void);
