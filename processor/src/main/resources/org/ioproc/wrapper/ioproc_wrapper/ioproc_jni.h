/*
 * The part of the Java Native Interface that the wrapper uses, so that it can be built without a
 * JDK. Unused slots are padding; their numbers are indices in the function tables.
 *
 * Source: Java Native Interface Specification, "JNI Functions" and "The Invocation API".
 */
#ifndef IOPROC_JNI_H
#define IOPROC_JNI_H

#include <windows.h>

#define JNICALL __stdcall
#define JNI_OK 0
#define JNI_EDETACHED (-2)
#define JNI_EVERSION (-3)
#define JNI_VERSION_10 0x000a0000

typedef LONG jint;
typedef LONGLONG jlong;
typedef unsigned char jboolean;
typedef WCHAR jchar;
typedef struct ioproc_jobject *jobject;
typedef jobject jclass;
typedef jobject jstring;
typedef jobject jobjectArray;
typedef jobject jthrowable;
typedef struct ioproc_jmethod *jmethodID;

typedef union jvalue {
    jboolean z;
    jint i;
    jlong j;
    jobject l;
} jvalue;

typedef struct JNINativeMethod {
    char *name;
    char *signature;
    void *function;
} JNINativeMethod;

typedef const struct JNINativeInterface_ *JNIEnv;
typedef const struct JNIInvokeInterface_ *JavaVM;

struct JNINativeInterface_ {
    void *slots_0_to_5[6];
    jclass(JNICALL *FindClass)(JNIEnv *, const char *);
    void *slots_7_to_14[8];
    jthrowable(JNICALL *ExceptionOccurred)(JNIEnv *);
    void *slot_16;
    void(JNICALL *ExceptionClear)(JNIEnv *);
    void *slot_18;
    jint(JNICALL *PushLocalFrame)(JNIEnv *, jint);
    jobject(JNICALL *PopLocalFrame)(JNIEnv *, jobject);
    jobject(JNICALL *NewGlobalRef)(JNIEnv *, jobject);
    void(JNICALL *DeleteGlobalRef)(JNIEnv *, jobject);
    void(JNICALL *DeleteLocalRef)(JNIEnv *, jobject);
    void *slots_24_to_29[6];
    jobject(JNICALL *NewObjectA)(JNIEnv *, jclass, jmethodID, const jvalue *);
    void *slot_31;
    jboolean(JNICALL *IsInstanceOf)(JNIEnv *, jobject, jclass);
    jmethodID(JNICALL *GetMethodID)(JNIEnv *, jclass, const char *, const char *);
    void *slots_34_to_35[2];
    jobject(JNICALL *CallObjectMethodA)(JNIEnv *, jobject, jmethodID, const jvalue *);
    void *slots_37_to_53[17];
    jlong(JNICALL *CallLongMethodA)(JNIEnv *, jobject, jmethodID, const jvalue *);
    void *slots_55_to_112[58];
    jmethodID(JNICALL *GetStaticMethodID)(JNIEnv *, jclass, const char *, const char *);
    void *slots_114_to_115[2];
    jobject(JNICALL *CallStaticObjectMethodA)(JNIEnv *, jclass, jmethodID, const jvalue *);
    void *slots_117_to_142[26];
    void(JNICALL *CallStaticVoidMethodA)(JNIEnv *, jclass, jmethodID, const jvalue *);
    void *slots_144_to_162[19];
    jstring(JNICALL *NewString)(JNIEnv *, const jchar *, jint);
    jint(JNICALL *GetStringLength)(JNIEnv *, jstring);
    void *slots_165_to_171[7];
    jobjectArray(JNICALL *NewObjectArray)(JNIEnv *, jint, jclass, jobject);
    void *slot_173;
    void(JNICALL *SetObjectArrayElement)(JNIEnv *, jobjectArray, jint, jobject);
    void *slots_175_to_214[40];
    jint(JNICALL *RegisterNatives)(JNIEnv *, jclass, const JNINativeMethod *, jint);
    void *slots_216_to_219[4];
    void(JNICALL *GetStringRegion)(JNIEnv *, jstring, jint, jint, jchar *);
    void *slots_221_to_227[7];
    jboolean(JNICALL *ExceptionCheck)(JNIEnv *);
    jobject(JNICALL *NewDirectByteBuffer)(JNIEnv *, void *, jlong);
    void *(JNICALL *GetDirectBufferAddress)(JNIEnv *, jobject);
};

typedef struct JavaVMAttachArgs {
    jint version;
    char *name;
    jobject group;
} JavaVMAttachArgs;

struct JNIInvokeInterface_ {
    void *slots_0_to_2[3];
    jint(JNICALL *DestroyJavaVM)(JavaVM *);
    void *slot_4;
    jint(JNICALL *DetachCurrentThread)(JavaVM *);
    jint(JNICALL *GetEnv)(JavaVM *, void **, jint);
    jint(JNICALL *AttachCurrentThreadAsDaemon)(JavaVM *, void **, void *);
};

typedef struct JavaVMOption {
    char *optionString;
    void *extraInfo;
} JavaVMOption;

typedef struct JavaVMInitArgs {
    jint version;
    jint nOptions;
    JavaVMOption *options;
    jboolean ignoreUnrecognized;
} JavaVMInitArgs;

typedef jint(JNICALL *JNI_CreateJavaVM_t)(JavaVM **, void **, void *);
typedef jint(JNICALL *JNI_GetCreatedJavaVMs_t)(JavaVM **, jint, jint *);

#endif
